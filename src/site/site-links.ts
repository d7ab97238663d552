import { createLinks, type Links } from './links.ts'

/** Every internal address of the site that is being built. */
export const links: Links = createLinks(import.meta.env.BASE_URL)
