import { Command } from 'commander';
import type { Newsgraph } from '../../newsgraph';
import { examples } from '../help';
import { Output } from '../output';
import { ProgressBar } from '../progress-bar';
import { withNewsgraph } from '../with-newsgraph';

/** `newsgraph reindex` */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the index of words anew; every write keeps it by itself, so that this mends what should not be')
    .addHelpText('after', examples([['newsgraph reindex', 'while a server goes on reading, and others on writing']]))
    .action(() => withNewsgraph(reindex));
}

async function reindex(newsgraph: Newsgraph): Promise<void> {
  const bar = process.stderr.isTTY ? new ProgressBar(process.stderr, undefined, 'nodes') : null;
  let told = 0;
  const count = await newsgraph.reindex(({ nodesDone, totalNodes }) => {
    bar?.read({ bytesRead: nodesDone, totalBytes: totalNodes });
    bar?.done(nodesDone - told);
    told = nodesDone;
  });
  bar?.clear();
  await new Output(process.stdout).write(`indexed ${count} nodes\n`);
}
