/** Alert names are known in any spelling; a host of static files has each in two. Leads from any other to the one in small letters. */
const small = location.pathname.replace(
  /(\/alerts\/)([^/]+)\/?$/,
  (_, folder: string, alert: string) => `${folder}${alert.toLowerCase()}/`,
)
if (small !== location.pathname) location.replace(small + location.search + location.hash)
