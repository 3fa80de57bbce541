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

/** The first code that `isOurs` counts, else the first of any kind. */
async function codeOn(image: HTMLImageElement, isOurs: (text: string) => boolean): Promise<string | null> {
  let other: string | null = null
  try {
    for await (const text of codesIn(image, image.naturalWidth, image.naturalHeight)) {
      if (isOurs(text)) return text
      other ??= text
    }
    return other
  } finally {
    URL.revokeObjectURL(image.src)
  }
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
    const text = await codeOn(image, isOurs)
    if (text === null) return say(said.dataset.none)
    say('')
    onCode(text)
  }
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    input.value = ''
    if (file) void read(file)
  })
}
