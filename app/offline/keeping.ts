import { filesOf, type Hook, isBuiltFile, isOver, readHook } from './kept-page'

/** The form in which pages are kept. Caches of another form are dropped; a new build of the product keeps what was kept. */
const form = 'mingbai-1'
const publicCache = `${form} public`
const cacheOf = (owner: string): string => (owner === '' ? publicCache : `${form} of ${owner}`)
const most = 40

const keptAtHeader = 'X-Kept-At'
const hookHeader = 'X-Kept-Page'

export type KeptPage = { html: string; keptAt: string; hook: Hook; headers: Headers }

const ownCaches = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith('mingbai-'))

async function dropCaches(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => caches.delete(name)))
}

export const dropOldForms = async (): Promise<void> =>
  dropCaches((await ownCaches()).filter((name) => name !== form && !name.startsWith(`${form} `)))

/** Private pages of everyone but this owner; of everyone for ''. */
export const dropPrivate = async (butOf = ''): Promise<void> =>
  dropCaches((await ownCaches()).filter((name) => name !== publicCache && name !== cacheOf(butOf)))

export async function dropPage(address: string): Promise<void> {
  for (const name of await ownCaches()) await (await caches.open(name)).delete(address)
}

/** A page without its scripts is none: where one is missing, what was kept before stays. */
async function keptFrom(cache: Cache, address: string): Promise<void> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (answer.ok) await cache.put(address, answer)
  else if (isBuiltFile(address)) throw new Error(`${address} answered ${answer.status}`)
}

/** Takes away the pages that were kept longest ago, and files that no kept page names any more. */
async function tidy(cache: Cache): Promise<void> {
  const answers = await Promise.all((await cache.keys()).map(async (request) => ({ request, answer: await cache.match(request) })))
  const pages = answers.flatMap(({ request, answer }) => (answer?.headers.has(hookHeader) ? [{ request, answer }] : []))
  pages.sort((one, other) => (other.answer.headers.get(keptAtHeader) ?? '').localeCompare(one.answer.headers.get(keptAtHeader) ?? ''))
  const named = new Set<string>()
  for (const { answer } of pages.slice(0, most)) {
    const html = await answer.clone().text()
    for (const address of [...filesOf(html), ...(readHook(html)?.also ?? [])]) named.add(address)
  }
  const over = pages.slice(most).map(({ request }) => request)
  const files = answers.filter(({ answer }) => !answer?.headers.has(hookHeader)).map(({ request }) => request)
  const loose = files.filter(({ url }) => !named.has(new URL(url).pathname + new URL(url).search))
  await Promise.all([...over, ...loose].map((request) => cache.delete(request)))
}

/**
 * Fetches the page anew and keeps it with what it needs, if it asks for that itself. Answers since when it is kept; null where it is
 * not: then nothing of it stays either.
 */
export async function keepPage(address: string, now: Date): Promise<string | null> {
  const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'text/html' } })
  const html = answer.ok && !answer.redirected ? await answer.text() : ''
  const hook = readHook(html)
  if (hook === null || isOver(hook.until, now)) {
    await dropPage(address)
    return null
  }
  if (hook.owner !== '') await dropPrivate(hook.owner)
  const cache = await caches.open(cacheOf(hook.owner))
  const missing = await Promise.all(filesOf(html).map(async (file) => ((await cache.match(file)) ? [] : [file])))
  await Promise.all([...missing.flat(), ...hook.also].map((file) => keptFrom(cache, file)))
  const keptAt = now.toISOString()
  // Not to be shown again by going back once somebody has signed out.
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    [keptAtHeader]: keptAt,
    [hookHeader]: hook.kind,
  })
  const policy = answer.headers.get('Content-Security-Policy')
  if (policy !== null) headers.set('Content-Security-Policy', policy)
  await cache.put(address, new Response(html, { headers }))
  await tidy(cache)
  return keptAt
}

/** The page as it was kept, also one that is over: whoever shows it asks. */
export async function findKept(address: string): Promise<KeptPage | null> {
  const answer = await caches.match(address)
  if (!answer?.headers.has(hookHeader)) return null
  const html = await answer.text()
  const hook = readHook(html)
  return hook && { html, hook, keptAt: answer.headers.get(keptAtHeader) ?? '', headers: answer.headers }
}
