import { describe, expect, it } from 'vitest'
import { engineOf } from './memory-index.ts'

const german = await engineOf(
  [
    {
      id: 'verspaetet',
      title: 'Verspätete Daten in der Warteschlange',
      keywords: ['Rückstand', 'Verzögerung'],
      text: 'Ereignisse treffen zu spät ein. Größe prüfen.',
    },
    {
      id: 'speicher',
      title: 'Speicher läuft über',
      keywords: ['Arbeitsspeicher'],
      text: 'Ein Prozess bricht ab, weil der Speicher nicht reicht.',
    },
    { id: 'platte', title: 'Festplatte des Brokers ist voll', text: 'Die Partition ist nicht erreichbar.' },
    {
      id: 'fehler',
      title: 'Verbindungsabbruch',
      keywords: ['Netzwerkstörung'],
      text: 'Der Dienst antwortet nicht.',
    },
  ],
  { language: 'de', synonyms: [['Rechner', 'Server', 'Maschine']] },
)
const japanese = await engineOf(
  [
    { id: 'late', title: 'データの到着が遅れる', keywords: ['遅延'], text: 'イベントが倉庫に届くのが遅い。' },
    {
      id: 'memory',
      title: 'メモリ不足で失敗する',
      keywords: ['メモリ不足'],
      text: '実行プログラムが停止する。Sparkの結合で起きる。',
    },
    { id: 'lag', title: 'Kafkaのコンシューマーのラグが増える', text: 'ブローカーを確認する。' },
  ],
  { language: 'ja' },
)

async function first(engine: typeof german, text: string) {
  return (await engine.search(text)).found[0]?.id
}

describe('a site in German', () => {
  it.each([
    ['a word as it is written', 'Verspätete Daten', 'verspaetet'],
    ['without its accents', 'verspatete daten', 'verspaetet'],
    ['the beginning of a word', 'Verzögerun', 'verspaetet'],
    ['with a slip', 'Arbeitspseicher', 'speicher'],
    ['the end of a compound', 'Abbruch', 'fehler'],
    ['the end of a compound that is a keyword', 'Störung', 'fehler'],
    ['words joined to a compound', 'Brokerfestplatte', 'platte'],
    ['another form of a word', 'volle Festplatten', 'platte'],
    ['sharp s in two letters', 'Grösse prüfen Ereignisse spät', 'verspaetet'],
  ])('finds its page by %s', async (_, text, id) => {
    expect(await first(german, text)).toBe(id)
  })

  it('finds nothing for what no page has', async () => {
    expect(await first(german, 'Rasenmäher schärfen')).toBeUndefined()
  })
})

describe('a site in Japanese', () => {
  it.each([
    ['a title', 'データの到着が遅れる', 'late'],
    ['a part of it', '到着が遅れる', 'late'],
    ['a keyword', '遅延', 'late'],
    ['a word among others', 'メモリ不足', 'memory'],
    ['words with grammar between them', 'メモリが不足', 'memory'],
    ['another form of a verb', '到着が遅い', 'late'],
    ['a name that is glued to a word', 'Kafkaラグ', 'lag'],
    ['two words without what is between them', 'コンシューマーラグ', 'lag'],
    ['signs of half width', 'ﾒﾓﾘ不足', 'memory'],
  ])('finds its page by %s', async (_, text, id) => {
    expect(await first(japanese, text)).toBe(id)
  })

  it('finds nothing for what no page has', async () => {
    expect(await first(japanese, '芝刈り機')).toBeUndefined()
  })
})

it('British and American spellings are one', async () => {
  const engine = await engineOf([
    { id: 'color', title: 'Colors of the catalog are not normalized' },
    { id: 'cancel', title: 'The license was canceled by the center' },
  ])
  expect(await first(engine, 'colours of the catalogue are not normalised')).toBe('color')
  expect(await first(engine, 'licence cancelled by the centre')).toBe('cancel')
})

it('a team’s synonyms mean the same, in both directions', async () => {
  const engine = await engineOf(
    [
      { id: 'k8s', title: 'Pods are evicted from k8s' },
      { id: 'other', title: 'Invoices are sent late' },
    ],
    { synonyms: [['k8s', 'kubernetes', 'the cluster of containers']] },
  )
  expect(await first(engine, 'kubernetes evicted pods')).toBe('k8s')
  expect(await first(engine, 'evicted from the cluster of containers')).toBe('k8s')
})

it('a page counts by its boost', async () => {
  const pages = (boost: number) => [
    { id: 'a', title: 'Invoices are late', text: 'Invoices.' },
    { id: 'b', title: 'Invoices are late again', text: 'Invoices.', boost },
  ]
  expect(await first(await engineOf(pages(2)), 'invoices')).toBe('b')
  expect(await first(await engineOf(pages(0.5)), 'invoices')).toBe('a')
})
