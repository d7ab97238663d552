/** A part of an address that somebody was to fill in: `<TEAM>`, `{{ team }}`, `$TEAM`; `undefined` where there is none. */
export function placeholderIn(url: string): string | undefined {
  return /<[^<>]+>|\{\{?[^{}]+\}|\$\{?[A-Z_]{2,}/.exec(
    decodeURI(url.replace(/%(?![\da-f]{2})/gi, '%25')),
  )?.[0]
}
