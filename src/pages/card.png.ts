import sharp from 'sharp'
import { siteConfig } from '../site/config.ts'
import { escapeHtml } from '../text/html.ts'

/** The picture beside a link to the site, in a chat for instance. */
export async function GET() {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
    <rect width="1200" height="630" fill="#0a5a68"/>
    <g transform="translate(90 195) scale(7.500)" fill="#e0eff1">
      <path fill-rule="evenodd" d="M5 4.500A2.500 2.500 0 0 1 7.500 2H26a1 1 0 0 1 1 1v26a1 1 0 0 1-1 1H7.500A2.500 2.500 0 0 1 5 27.500zM16.500 7a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17m-1.250 3.500h2.500v4.600l3.200 1.900-1.250 2.150-4.450-2.600z"/>
    </g>
    <g font-family="sans-serif" fill="#ffffff">
      <text x="370" y="310" font-size="84" font-weight="700">${escapeHtml(siteConfig().name)}</text>
      <text x="372" y="380" font-size="36" fill="#bfe3e8">Who is on call, and what to do</text>
    </g>
  </svg>`
  const png = await sharp(Buffer.from(drawing)).png().toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
