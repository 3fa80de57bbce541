/** Signing out says first what this phone has not sent yet: it stays, sealed, until the same person signs in here again. */
import { drillTexts, drillTextsName } from './kept-texts'

const patience = 1000

/** Entries on this phone that no server is known to have, whoever made them at whichever drill. */
const waiting = async (): Promise<number> => (await drillTexts().allKeys()).filter((key) => key.includes('/entry/')).length

/** Whether this phone has ever kept anything of a drill: where it has not, signing out waits for nothing. */
async function hasKept(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true
  return (await indexedDB.databases()).some(({ name }) => name === drillTextsName)
}

export function leaving(page: Document): void {
  const words = page.querySelector<HTMLElement>('form[data-waiting]')?.dataset.waiting
  if (!('indexedDB' in window) || words === undefined) return
  let isKeeping = page.querySelector('[data-board]') !== null
  hasKept().then(
    (has) => {
      isKeeping ||= has
    },
    () => {
      isKeeping = true
    },
  )
  const agreed = new WeakSet<HTMLFormElement>()
  page.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || !/\/sign-out$/.test(form.action) || agreed.has(form) || !isKeeping) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const late = new Promise<number>((resolve) => setTimeout(() => resolve(0), patience))
    void Promise.race([waiting().catch(() => 0), late]).then((many) => {
      if (many > 0 && !window.confirm(words.replace('{n}', String(many)))) return
      agreed.add(form)
      if (submitter) submitter.click()
      else form.submit()
    })
  })
}
