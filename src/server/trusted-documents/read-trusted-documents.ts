/** Trusted documents from where they are kept. */
import { readFileSync, statSync } from 'node:fs';
import { documentsOfFolder, whyOneFileIsNone } from './documents-of-folder';
import { TrustedDocumentsError } from './errors';
import { readManifest } from './manifest';
import type { TrustedDocument } from './trusted-documents';

/**
 * Reads a manifest, or a folder of `.graphql` files.
 * @throws TrustedDocumentsError when there is none, no document in it, or one file of such a folder is given.
 */
export function readTrustedDocuments(path: string): TrustedDocument[] {
  const place = statSync(path, { throwIfNoEntry: false });
  if (place === undefined) throw new TrustedDocumentsError(`there is no manifest or folder ${path}`);
  const why = place.isDirectory() ? null : whyOneFileIsNone(path);
  if (why !== null) throw new TrustedDocumentsError(`${why}, or a manifest`);
  const documents = place.isDirectory() ? documentsOfFolder(path) : readManifest(readFileSync(path, 'utf8'), path);
  if (documents.length === 0) throw new TrustedDocumentsError(`${path} holds no documents`);
  return documents;
}
