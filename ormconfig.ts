/** For TypeORM's own command line: `npx tsx node_modules/typeorm/cli.js migration:show -d ormconfig.ts`. See docs/store.md. */
import { readDatabaseUrl } from './src/config';
import { createDataSource } from './src/store/database/data-source';

export default createDataSource(readDatabaseUrl());
