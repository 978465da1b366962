import { Command } from 'commander';
import { examples } from '../help';
import { runServer } from '../run-server';
import { withNewsgraph } from '../with-newsgraph';

/** `newsgraph serve` */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the graph over HTTP until Ctrl-C; imports nothing by itself')
    .addHelpText(
      'after',
      examples([
        ['newsgraph serve', 'on http://127.0.0.1:4000'],
        ['NODE_ENV=production HOST=0.0.0.0 PORT=8080 newsgraph serve', 'for other machines, without explorer, introspection and stacks'],
        ['NODE_ENV=production CORS_ORIGINS=https://news.example newsgraph serve', 'for one site, without the explorer'],
      ]),
    )
    .action(() => withNewsgraph(runServer));
}
