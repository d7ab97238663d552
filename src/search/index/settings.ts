/** Beside the index: the hash of the content that the site was built from, for who reads both. */
export const CONTENT_HASH_FILE = 'content-hash.txt'

/** Beside the index: a hash of the text of each page's file, as it was when the site was built. */
export const TEXT_HASHES_FILE = 'text-hashes.json'
