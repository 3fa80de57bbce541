/** On a licence's page: reads the code on a card by camera or from a picture, and asks whether its address may be opened. Nothing is opened here. */
import { camera } from './code-camera'
import { picture } from './code-picture'

const form = document.querySelector<HTMLFormElement>('[data-licence-code]')
const field = form?.querySelector<HTMLInputElement>('[name=scanned]')
const read = form?.querySelector<HTMLButtonElement>('button[value=scan]')

const ask = (text: string) => {
  if (!form || !field || !read) return
  field.value = text
  form.requestSubmit(read)
}
/** Of several codes on one picture an address comes first. */
const isAddress = (text: string) => /^https?:/i.test(text)

for (const part of document.querySelectorAll<HTMLElement>('[data-camera]')) camera(part, ask)
for (const part of document.querySelectorAll<HTMLElement>('[data-picture]')) picture(part, isAddress, ask)
