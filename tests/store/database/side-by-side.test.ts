import { sideBySide } from '../../../src/store/database/side-by-side';
import { openDatabase } from '../../../src/store/open-store';
import { describeOnEachStore } from '../../support/stores';

describeOnEachStore('parts of a transaction side by side', (_open, place) => {
  it('give what each of them gives', async () => {
    expect(await sideBySide(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
  });

  it('fail with what was the cause, not with what the database says to whoever comes after it', async () => {
    // Given
    const { database } = await openDatabase(await place.freshUrl());
    try {
      // When a part fails, and one that stands before it is refused by PostgreSQL because of that
      const failed = database.transaction((tx) => {
        const cause = tx.run('SELECT * FROM "nowhere"');
        return sideBySide(Promise.allSettled([cause]).then(() => tx.run('SELECT 1 AS "one"')), cause);
      });
      // Then
      await expect(failed).rejects.toThrow(/nowhere/);
    } finally {
      await database.close();
    }
  });
});
