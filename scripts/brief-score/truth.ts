/** What a perfect importer takes from a brief: files in the form `brief-expected/1`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BlockKind, SectionKind } from '../../src/domain/story-draft';

export interface TruthPerspective {
  sentence: number;
  block: number;
  text: string;
  outlets: string[];
  basis: 'explicit' | 'anaphora' | 'collective' | 'none';
}

export interface TruthTopic {
  name: string;
  acceptable: string[];
  description: string;
  truncated: boolean;
}

export interface Truth {
  format: 'brief-expected/1';
  file: string;
  note: string;
  truncated: boolean;
  sections: { key: string; heading: string; blocks: { kind: string; text: string }[] }[];
  outlets: { name: string }[];
  perspectives: TruthPerspective[];
  questions: { title: string; intro: string | null; truncated: boolean }[];
  topics: TruthTopic[];
}

/** A brief and its truth. */
export interface TruthCase {
  name: string;
  truth: Truth;
  brief: Buffer;
}

/** The keys of the form, and the kind of section that each means; `other` is any that it does not know. */
export const KIND_OF_KEY: ReadonlyMap<string, SectionKind> = new Map([
  ['whatHappened', 'SUMMARY'],
  ['behindHeadline', 'ANALYSIS'],
  ['papersSay', 'COVERAGE'],
  ['howWeGotHere', 'BACKGROUND'],
  ['other', 'OTHER'],
]);

export const KIND_OF_BLOCK: ReadonlyMap<string, BlockKind> = new Map([
  ['paragraph', 'PARAGRAPH'],
  ['subheading', 'SUBHEADING'],
]);

/**
 * The truths of a folder with their briefs, by name. A brief stands where `file` says, counted from the folder
 * or from the one above it. Throws when a file is of another form or its brief is not there.
 */
export function truthsIn(folder: string): TruthCase[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files.map((file) => {
    const truth: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    if (!isTruth(truth)) throw new Error(`${join(folder, file)}: is not in the form brief-expected/1`);
    return { name: basename(file, '.json'), truth, brief: readBrief(folder, truth.file) };
  });
}

function isTruth(value: unknown): value is Truth {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'brief-expected/1')
    return false;
  const lists = ['sections', 'outlets', 'perspectives', 'questions', 'topics'];
  return lists.every((key) => Array.isArray(Object.entries(value).find(([name]) => name === key)?.[1]));
}

function readBrief(folder: string, file: string): Buffer {
  const places = [
    join(folder, file),
    join(dirname(folder), file),
    join(dirname(folder), basename(file)),
    join(folder, basename(file)),
  ];
  const place = places.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (place === undefined) throw new Error(`${folder}: the brief ${file} is neither there nor in the folder above`);
  return readFileSync(place);
}
