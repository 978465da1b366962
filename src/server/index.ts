/** The server room's public face. */
export { createHandler } from './handler';
export { ListenError, serve, type RunningServer, type ServeOptions } from './serve';
export type { MetricsAddress } from './observing/metrics-server';
export type { Observer, RequestHead, RequestOutcome, ServedRequestObserver } from './observing/observer';
export type { TracingOptions } from './observing/open-tracing';
export type { AllowedOrigins, HandlerOptions, LogLevel, RateLimitOptions, TrustedDocumentsOptions } from './options';
export { DEFAULT_LIMITS, type Limits } from './limits/limits';
export { checkDocuments, type DocumentProblem } from './trusted-documents/check-documents';
export { documentsOfFolder } from './trusted-documents/documents-of-folder';
export { TrustedDocumentsError } from './trusted-documents/errors';
export { MANIFEST_FORMATS, writeManifest, type ManifestFormat, type NamedDocument } from './trusted-documents/manifest';
export { readTrustedDocuments } from './trusted-documents/read-trusted-documents';
export type { TrustedDocument } from './trusted-documents/trusted-documents';
