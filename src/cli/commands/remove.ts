import { Command } from 'commander';
import { AlreadyTold } from '../failure';
import { examples } from '../help';
import { Output } from '../output';
import { withNewsgraph } from '../with-newsgraph';

const SLUGS_PASS_ON = `A slug that was made from a title may pass to another story of that title once its own is gone, so
that the same command, run again, would take that one down. Scripts name ids: import --json tells them.`;

/** `newsgraph remove` */
export function removeCommand(): Command {
  return new Command('remove')
    .description('take stories down, with all that only they hold')
    .argument('<slug...>', 'slugs of stories, or their global ids')
    .addHelpText('after', `\n${SLUGS_PASS_ON}`)
    .addHelpText(
      'after',
      examples([
        ['newsgraph remove port-strike-begins port-strike-ends', 'takes two stories down'],
        ['newsgraph remove SmVJk1v9q_0aZ3xWc8LrT', 'takes down the story with this id, whatever its slug is by now'],
      ]),
    )
    .action((stories: string[]) => withNewsgraph((newsgraph) => remove(newsgraph.remove(stories), stories)));
}

async function remove(removing: Promise<readonly { id: string; slug: string }[]>, given: readonly string[]): Promise<void> {
  const removed = await removing;
  await new Output(process.stdout).write(removed.map(({ slug }) => `removed ${slug}\n`).join(''));
  const gone = new Set(removed.flatMap(({ id, slug }) => [id, slug]));
  const missing = [...new Set(given)].filter((each) => !gone.has(each));
  if (missing.length === 0) return;
  for (const each of missing) process.stderr.write(`newsgraph: there is no story ${JSON.stringify(each)}\n`);
  throw new AlreadyTold();
}
