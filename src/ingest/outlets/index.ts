/** The outlets that are known by name: who they are, what else they are called, where they sit. */
export { OutletDictionary, foldOutletName, type OutletRecord } from './outlet-dictionary';
export { readOutletFile } from './outlet-file';
export { shippedOutlets } from './shipped-outlets';
