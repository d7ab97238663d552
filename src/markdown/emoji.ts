import { nameToEmoji } from 'gemoji'
import { defineMdastPlugin } from 'satteri'

/** `:warning:` as forges write it. Not within a word, a time or an address: `1:100:2`, `host:8080:x`. */
const CODE = /(?<![\w:/.-]):([a-z0-9_+-]+):(?![\w:/-])/g

export const emoji = defineMdastPlugin({
  name: 'emoji',
  text(node, context) {
    const value = withEmoji(node.value)
    if (value !== node.value) context.replaceNode(node, { type: 'text', value })
  },
})

/** A text with its names of emoji drawn. */
function withEmoji(text: string): string {
  return text.replace(CODE, (written, name: string) =>
    Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
  )
}
