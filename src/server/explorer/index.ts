export { EXPLORER_FOLDER } from './bundle';
export { explorerPlugin, type ExplorerPluginOptions } from './plugin';
