import { Command, Option } from 'commander';
import { readLimits } from '../../config';
import { buildGraphSchema } from '../../newsgraph';
import {
  checkDocuments,
  documentsOfFolder,
  MANIFEST_FORMATS,
  readTrustedDocuments,
  writeManifest,
  type ManifestFormat,
  type TrustedDocument,
} from '../../server';
import { AlreadyTold } from '../failure';
import { examples } from '../help';
import { Output } from '../output';
import { placeOf, writeWhole } from '../output-file';

/** `newsgraph documents` */
export function documentsCommand(): Command {
  return new Command('documents')
    .description('write and check the documents that clients may name by their hash')
    .addCommand(buildCommand())
    .addCommand(checkCommand())
    .addHelpText(
      'after',
      examples([
        ['newsgraph documents build queries --output manifest.json', 'before a client is released'],
        ['newsgraph documents check manifest.json', 'before a server is'],
      ]),
    );
}

function buildCommand(): Command {
  return new Command('build')
    .description('write the manifest of a folder of .graphql files, all of them valid for the schema and within the limits')
    .argument('<folder>', 'where the .graphql files are')
    .option('--output <file>', 'write to this file instead of standard output')
    .addOption(new Option('--format <format>', 'the form of the manifest').choices(MANIFEST_FORMATS).default('apollo'))
    .addHelpText('after', examples([['newsgraph documents build queries --format relay', 'hashes and texts, as Relay writes them']]))
    .action(async (folder: string, { output, format }: { output?: string; format: ManifestFormat }) => {
      if (output !== undefined) await placeOf(output);
      const documents = documentsOfFolder(folder);
      await refuseProblems(documents);
      const manifest = writeManifest(documents, format);
      if (output === undefined) await new Output(process.stdout).write(manifest);
      else await writeWhole(output, (file) => file.write(manifest));
    });
}

function checkCommand(): Command {
  return new Command('check')
    .description('check that all documents match their hashes, are valid for the schema and within the limits')
    .argument('<path>', 'a manifest, or a folder of .graphql files')
    .addHelpText('after', examples([['newsgraph documents check manifest.json', 'exit code 1 when one is not']]))
    .action(async (path: string) => {
      const documents = readTrustedDocuments(path);
      await refuseProblems(documents);
      await new Output(process.stdout).write(`${documents.length} document${documents.length === 1 ? '' : 's'}, all well\n`);
    });
}

/** Tells every problem, and ends the command when there is one. */
async function refuseProblems(documents: readonly TrustedDocument[]): Promise<void> {
  const problems = checkDocuments(buildGraphSchema(), documents, readLimits());
  if (problems.length === 0) return;
  const lines = problems.map(({ id, name, message }) => `${name ?? id}: ${message}\n`);
  await new Output(process.stderr).write(lines.join(''));
  throw new AlreadyTold(`${problems.length} problems`);
}
