/** Beside the index: the hash of the content that the site was built from, for who reads both. */
export const CONTENT_HASH_FILE = 'content-hash.txt'
