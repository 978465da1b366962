/** What really went to the database: counted at the driver, beneath everything that counts for itself. */
import { Pool } from 'pg';
import { SqliteConnection } from '../../src/store/database/sqlite-connection';
import type { StorePlace } from './stores';

export interface SentStatement {
  text: string;
  parameters: readonly unknown[];
}

/** The statements that `work` sent to the stores of this process. */
export async function statementsOf(kind: StorePlace['kind'], work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const spy =
    kind === 'sqlite'
      ? jest.spyOn(SqliteConnection.prototype, 'all')
      : jest.spyOn(Pool.prototype, 'query' as never);
  try {
    await work();
    for (const [first, second] of spy.mock.calls as unknown[][]) {
      if (typeof first === 'string') sent.push({ text: first, parameters: (second as unknown[] | undefined) ?? [] });
      else sent.push(textOfConfig(first));
    }
    return sent;
  } finally {
    spy.mockRestore();
  }
}

function textOfConfig(config: unknown): SentStatement {
  const { text, values } = config as { text: string; values?: unknown[] };
  return { text, parameters: values ?? [] };
}
