/** On a page that may be opened without network: asks the service worker to keep it, and says since when it does. */
import { instantText } from '../../i18n/format'

const hook = document.querySelector<HTMLElement>('[data-offline]')
const line = document.querySelector<HTMLElement>('[data-offline-line]')
const locale = document.documentElement.lang === 'en' ? 'en' : 'zh'

function say(words: string | undefined, when = ''): void {
  if (!line || words === undefined) return
  line.textContent = words.replace('{when}', when === '' ? '' : instantText(when, locale))
  line.hidden = false
}

/** Since when the page is kept; null where it is not. */
function keep(worker: ServiceWorker): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<{ keptAt: string | null }>) => resolve(data.keptAt)
    worker.postMessage({ keep: location.pathname + location.search }, [port2])
  })
}

async function begin({ offlineKept: shownOf }: DOMStringMap, words: DOMStringMap): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return say(words.cannot)
  if (shownOf !== undefined) say(words.shown, shownOf)
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    const keptAt = active && (await keep(active))
    if (!keptAt) return shownOf === undefined ? say(words.failed) : undefined
    if (shownOf === undefined) say(words.kept, keptAt)
    else if (keptAt > shownOf) newer(words.newer ?? '')
  } catch {
    if (shownOf === undefined) say(words.failed)
  }
}

/** The network came back after the kept page was shown. */
function newer(words: string): void {
  const link = document.createElement('a')
  link.href = location.href
  link.textContent = words
  link.addEventListener('click', (event) => {
    event.preventDefault()
    location.reload()
  })
  line?.append(' ', link)
}

/** A page that is left open is taken away when its time is over. */
function endAt(until: number, ended: string): void {
  const look = () => {
    if (Date.now() < until) return void setTimeout(look, Math.min(until - Date.now(), 60_000) + 50)
    if (navigator.onLine && hook?.dataset.offlineKept === undefined) return
    const words = document.createElement('p')
    words.textContent = ended
    document.querySelector('main')?.replaceChildren(words)
  }
  look()
  document.addEventListener('visibilitychange', () => Date.now() >= until && look())
}

if (hook && line) {
  void begin(hook.dataset, line.dataset)
  const { offlineUntil, offlineEnded } = hook.dataset
  if (offlineUntil) endAt(Date.parse(offlineUntil), offlineEnded ?? '')
}
