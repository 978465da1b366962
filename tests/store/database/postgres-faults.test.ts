import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openDatabase } from '../../../src/store/open-store';
import { cast, harbourStrike, riverFlood } from '../../support/cast';
import { queryRaw } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';

/** A wire to a database server that a test can cut and mend. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  constructor(private readonly target: URL) {}

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = this.server === null ? Promise.resolve() : once(this.server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = null;
  }
}

describeOnEachStore('a database server that goes and comes back', (open, place) => {
  // A SQLite store has no server.
  const onServers = place.kind === 'postgres' ? it : it.skip;

  onServers('is unavailable meanwhile, and then all goes on', async () => {
    const url = await place.freshUrl();
    const wire = new Wire(new URL(url));
    await wire.mend();
    const store = await open(wire.url);
    await store.save([normaliseStory(harbourStrike)]);

    await wire.cut();
    await expect(store.ping()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: 'The database cannot be reached.' });
    await expect(store.save([normaliseStory(riverFlood)])).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });

    await wire.mend();
    await expect(store.ping()).resolves.toBeUndefined();
    expect(await store.save(cast.map(normaliseStory))).toMatchObject([{ status: 'unchanged' }, { status: 'created' }, { status: 'created' }]);
    await store.close();
    await wire.cut();
  });

  onServers('loses its connection in the middle of a write: nothing of it is kept', async () => {
    const url = await place.freshUrl();
    const wire = new Wire(new URL(url));
    await wire.mend();

    const { database } = await openDatabase(wire.url);

    const write = database.transaction(async (tx) => {
      await tx.run(`INSERT INTO "question" ("id", "slug", "title", "sortTitle") VALUES ('1', '1', 't', 't')`);
      await wire.cut();
      await tx.run(`INSERT INTO "question" ("id", "slug", "title", "sortTitle") VALUES ('2', '2', 't', 't')`);
    });

    await expect(write).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await queryRaw(url, `SELECT "id" FROM "question"`)).toEqual([]);
    await database.close();
  });

  onServers('loses its connection under a read that can be stopped: the read fails, and nothing else', async () => {
    const url = await place.freshUrl();
    const wire = new Wire(new URL(url));
    await wire.mend();
    const { database } = await openDatabase(wire.url);

    const read = database.read('SELECT pg_sleep(20)', [], new AbortController().signal);
    setTimeout(() => void wire.cut(), 100);

    await expect(read).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: 'The database cannot be reached.' });
    await wire.mend();
    expect(await database.read('SELECT 1 AS "one"')).toEqual([{ one: 1 }]);
    await database.close();
    await wire.cut();
  });
});
