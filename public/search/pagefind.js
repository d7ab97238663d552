// Pagefind's Component UI imports its search from `pagefind.js` in a folder of our choice: this one.
// src/search/browser/modal.ts has put our own engine, which asks Pagefind in turn, where it is found here.
export const createInstance = () => globalThis.watchbookSearch
