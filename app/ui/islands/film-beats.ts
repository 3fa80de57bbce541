import { showFoot } from './lesson'

type Stretch = { from: number; to: number; tries: number }
type Credited = { credited?: unknown; seen?: unknown; left?: unknown; end?: unknown }

const everySeconds = 5
const mostTries = 4

/** Tells the server what was really played, every five seconds and at each stop. Jumps are never part of a stretch. */
export function reportWatching(page: Document, film: HTMLVideoElement): void {
  const waiting: Stretch[] = []
  let begun: number | null = null
  let last = { time: 0, at: 0 }
  let sending = false
  let timer: ReturnType<typeof setInterval> | undefined

  const now = () => (film.seeking ? last.time + ((performance.now() - last.at) / 1000) * film.playbackRate : film.currentTime)
  const close = () => {
    const to = Math.min(now(), film.duration || Number.POSITIVE_INFINITY)
    if (begun !== null && to - begun > 0.05) waiting.push({ from: begun, to, tries: 0 })
    begun = null
  }
  const open = () => {
    begun = film.currentTime
    last = { time: film.currentTime, at: performance.now() }
    timer ??= setInterval(tick, everySeconds * 1000)
  }
  const flush = async () => {
    const next = waiting[0]
    if (sending || !next) return
    sending = true
    const came = await tell(film, next)
    sending = false
    if (!came) return
    waiting.shift()
    const rest = { ...next, from: next.from + Number(came.credited ?? 0), tries: next.tries + 1 }
    if (came.seen !== true && rest.to - rest.from > 0.25 && rest.tries < mostTries) waiting.push(rest)
    else if (waiting.length > 0) void flush()
    showState(page, film, came)
  }
  const tick = () => {
    if (begun !== null) {
      close()
      open()
    }
    void flush()
    if (begun === null && waiting.length === 0 && timer !== undefined) {
      clearInterval(timer)
      timer = undefined
    }
  }
  const stop = () => {
    close()
    void flush()
  }

  film.addEventListener('playing', () => {
    if (begun !== null) return
    open()
    if (waiting.length === 0) void tell(film, { from: film.currentTime, to: film.currentTime, tries: 0 })
  })
  film.addEventListener('timeupdate', () => {
    if (!film.seeking) last = { time: film.currentTime, at: performance.now() }
  })
  film.addEventListener('seeking', stop)
  film.addEventListener('seeked', () => {
    if (!film.paused) open()
  })
  for (const event of ['pause', 'ended', 'waiting']) film.addEventListener(event, stop)
  window.addEventListener('pagehide', stop)
}

async function tell(film: HTMLVideoElement, { from, to }: Stretch): Promise<Credited | null> {
  const body = JSON.stringify({ video: film.dataset.film, from, to, position: film.currentTime })
  try {
    const answer = await fetch(film.dataset.beats ?? '', {
      method: 'POST',
      body,
      keepalive: true,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    })
    if (!answer.ok || answer.redirected) return null
    const came: unknown = await answer.json()
    return typeof came === 'object' && came !== null ? came : null
  } catch {
    return null
  }
}

function showState(page: Document, film: HTMLVideoElement, { seen, left, end }: Credited): void {
  const state = film.closest('section')?.querySelector<HTMLElement>('[data-video-state]')
  if (state && seen === true) {
    state.textContent = state.dataset.seen ?? ''
    state.classList.add('piece-right')
  } else if (state && typeof left === 'number') {
    const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
    state.textContent = (state.dataset.left ?? '').replace('{text}', text)
  }
  showFoot(page, end)
}
