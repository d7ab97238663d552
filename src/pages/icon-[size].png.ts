import type { APIRoute } from 'astro'
import sharp from 'sharp'

export function getStaticPaths() {
  return ['192', '512'].map((size) => ({ params: { size } }))
}

/** The mark on the site's own color, with the margin that a phone may cut round. */
export const GET: APIRoute = async ({ params }) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">
    <rect width="512" height="512" fill="#0a5a68"/>
    <g transform="translate(96 96) scale(10)" fill="#e0eff1">
      <path fill-rule="evenodd" d="M5 4.5A2.5 2.5 0 0 1 7.5 2H26a1 1 0 0 1 1 1v26a1 1 0 0 1-1 1H7.5A2.5 2.5 0 0 1 5 27.5zM16.5 7a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17m-1.25 3.5h2.5v4.6l3.2 1.9-1.25 2.15-4.45-2.6z"/>
    </g>
  </svg>`
  const size = Number(params['size'])
  const png = await sharp(Buffer.from(drawing)).resize(size, size).png().toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
