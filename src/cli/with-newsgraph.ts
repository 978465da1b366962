/** Opens what a command works on, and closes it however the command ends. */
import { readConfig, type Config } from '../config';
import { createNewsgraph, type Newsgraph, type NewsgraphOptions } from '../newsgraph';

/** Gives the newsgraph of the configuration to `use`. An empty or older store is migrated first. */
export async function withNewsgraph<Result>(
  use: (newsgraph: Newsgraph, config: Config) => Promise<Result>,
  options: Pick<NewsgraphOptions, 'outletsFile'> = {},
): Promise<Result> {
  const config = readConfig();
  const newsgraph = await createNewsgraph({ databaseUrl: config.databaseUrl, poolSize: config.poolSize, onMigrations: tellMigrations, ...options });
  try {
    return await use(newsgraph, config);
  } finally {
    await newsgraph.close();
  }
}

/** On standard error: a large store takes minutes, in which nothing else would be said. */
function tellMigrations(names: readonly string[]): void {
  process.stderr.write(`newsgraph: the store is an older version's; bringing it up to date (${names.join(', ')}), which takes minutes where there are many stories\n`);
}
