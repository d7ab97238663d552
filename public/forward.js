// Leads from a permanent link to its page, and takes the query and the anchor along: a static redirect loses both.
const target = document.querySelector('link[rel=canonical]')
location.replace(new URL(target.href).pathname + location.search + location.hash)
