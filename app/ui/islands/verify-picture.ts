import { codesIn } from './code-reader'

function opened(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(file)
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = address
  })
}

/** A picture: read here and sent nowhere. Of several codes the first that `isOurs` counts, else any. */
export function picture(box: HTMLElement, isOurs: (text: string) => boolean, onCode: (text: string) => void): void {
  const input = box.querySelector<HTMLInputElement>('input[type=file]')
  const said = box.querySelector<HTMLElement>('[data-picture-said]')
  if (!input || !said) return
  box.hidden = false
  const say = (words: string | undefined) => {
    said.textContent = words ?? ''
  }
  const read = async (file: File) => {
    say(said.dataset.reading)
    const image = await opened(file).catch(() => null)
    if (image === null) return say(said.dataset.bad)
    let other: string | null = null
    for await (const text of codesIn(image, image.naturalWidth, image.naturalHeight)) {
      if (isOurs(text)) {
        say('')
        return onCode(text)
      }
      other ??= text
    }
    URL.revokeObjectURL(image.src)
    if (other === null) return say(said.dataset.none)
    say('')
    onCode(other)
  }
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    input.value = ''
    if (file) void read(file)
  })
}
