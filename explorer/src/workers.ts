/**
 * Tells Monaco where its web workers are. It must be imported before anything that creates an editor.
 *
 * The workers are files of our own origin rather than blobs, so that the page's policy can say `worker-src 'self'`.
 * Source: https://github.com/microsoft/monaco-editor/blob/v0.52.2/docs/integrate-esm.md
 */
window.MonacoEnvironment = {
  getWorker(_moduleId: string, label: string): Worker {
    const name = label === 'graphql' || label === 'json' ? label : 'editor';
    return new Worker(new URL(BUILT_IN_WORKERS[name], import.meta.url), { name });
  },
};
