import { codeInFrame } from './code-reader'

const everyMs = 200

/** The camera: shown where the browser has one to offer; it stops at the first code, on the button, and when the page is left. */
export function camera(box: HTMLElement, onCode: (text: string) => void): void {
  const start = box.querySelector<HTMLButtonElement>('[data-camera-start]')
  const view = box.querySelector<HTMLElement>('[data-camera-view]')
  const video = box.querySelector('video')
  const said = box.querySelector<HTMLElement>('[data-camera-said]')
  if (!start || !view || !video || !navigator.mediaDevices?.getUserMedia) return
  box.hidden = false
  let stream: MediaStream | null = null
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    video.srcObject = null
    view.hidden = true
    start.hidden = false
  }
  const look = async (of: MediaStream): Promise<void> => {
    if (stream !== of) return
    const text = await codeInFrame(video)
    if (stream !== of) return
    if (text === null) return void setTimeout(() => look(of), everyMs)
    stop()
    onCode(text)
  }
  const begin = async () => {
    if (said) said.textContent = ''
    start.hidden = true
    view.hidden = false
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
      video.srcObject = stream
      await video.play()
      void look(stream)
    } catch {
      stop()
      if (said) said.textContent = said.dataset.denied ?? ''
    }
  }
  start.addEventListener('click', () => void begin())
  box.querySelector('[data-camera-stop]')?.addEventListener('click', stop)
  document.addEventListener('visibilitychange', () => document.hidden && stop())
  window.addEventListener('pagehide', stop)
}
