import { Command } from 'commander';
import { AlreadyTold } from '../failure';
import { examples } from '../help';
import { Output } from '../output';
import { withNewsgraph } from '../with-newsgraph';

/** `newsgraph remove` */
export function removeCommand(): Command {
  return new Command('remove')
    .description('take stories down, with all that only they hold')
    .argument('<slug...>', 'slugs of stories')
    .addHelpText('after', examples([['newsgraph remove port-strike-begins port-strike-ends', 'takes two stories down']]))
    .action((slugs: string[]) => withNewsgraph((newsgraph) => remove(newsgraph.remove(slugs), slugs)));
}

async function remove(removing: Promise<readonly { slug: string }[]>, slugs: readonly string[]): Promise<void> {
  const removed = await removing;
  await new Output(process.stdout).write(removed.map(({ slug }) => `removed ${slug}\n`).join(''));
  const gone = new Set(removed.map(({ slug }) => slug));
  const missing = [...new Set(slugs)].filter((slug) => !gone.has(slug));
  if (missing.length === 0) return;
  for (const slug of missing) process.stderr.write(`newsgraph: there is no story ${JSON.stringify(slug)}\n`);
  throw new AlreadyTold();
}
