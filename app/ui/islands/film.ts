import { reportWatching } from './film-beats'

/** Films get their player when they come into view: it is heavy, and the browser's own works until then. */
export function films(page: Document): void {
  const found = page.querySelectorAll<HTMLVideoElement>('video[data-film]')
  if (found.length === 0) return
  const begin = (film: HTMLVideoElement) => {
    reportWatching(page, film)
    resume(film)
    void dress(page, film)
  }
  if (!('IntersectionObserver' in window)) {
    for (const film of found) begin(film)
    return
  }
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLVideoElement)) continue
        watcher.unobserve(target)
        begin(target)
      }
    },
    { rootMargin: '200px' },
  )
  for (const film of found) watcher.observe(film)
}

function resume(film: HTMLVideoElement): void {
  const position = Number(film.dataset.position)
  if (!(position > 1)) return
  film.addEventListener(
    'loadedmetadata',
    () => {
      if (position < film.duration - 3) film.currentTime = position
    },
    { once: true },
  )
}

function styleOf(page: Document): Promise<void> {
  const href = page.querySelector<HTMLElement>('[data-player-style]')?.dataset.playerStyle
  if (!href) return Promise.resolve()
  return new Promise((resolve) => {
    const link = page.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    link.onload = () => resolve()
    link.onerror = () => resolve()
    page.head.append(link)
  })
}

async function dress(page: Document, film: HTMLVideoElement): Promise<void> {
  // The security policy allows no style elements; the player's size comes from its classes.
  Object.assign(window, { VIDEOJS_NO_DYNAMIC_STYLE: true })
  const chinese = page.documentElement.lang.startsWith('zh')
  const [{ default: videojs }, { default: words }] = await Promise.all([
    import('video.js'),
    import('video.js/dist/lang/zh-CN.json'),
    styleOf(page),
  ])
  videojs.addLanguage('zh-CN', words)
  if (!film.paused) return
  videojs(film, {
    controls: true,
    preload: 'none',
    fill: true,
    language: chinese ? 'zh-CN' : 'en',
    userActions: { hotkeys: true },
    controlBar: { pictureInPictureToggle: false, volumePanel: false },
  })
}
