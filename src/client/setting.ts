/** What a reader has set on this device, or nothing; for this page alone where storage is switched off. */
export function setting(name: string): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return document.documentElement.dataset[name] ?? ''
  }
}
