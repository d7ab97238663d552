import { siteConfig } from '../site/config.ts'
import { links } from '../site/site-links.ts'

/** What a phone shows where the site is put on its home screen. */
export function GET() {
  const { name, description } = siteConfig()
  const icon = (size: number) => ({
    src: links.file(`icon-${String(size)}.png`),
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
    purpose: 'any maskable',
  })
  const manifest = {
    name,
    short_name: name.length > 12 ? name.split(/\s/)[0] : name,
    description,
    id: links.home,
    start_url: links.home,
    scope: links.home,
    display: 'standalone',
    background_color: '#fbfbf8',
    theme_color: '#0a5a68',
    icons: [icon(192), icon(512)],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } })
}
