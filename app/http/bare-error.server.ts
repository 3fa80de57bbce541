import { locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'

function wordsFor(status: number): string {
  if (status === 404 || status === 503 || status === 507) return String(status)
  return status >= 400 && status < 500 ? '400' : '500'
}

/** Our words, in both languages, for a request that is broken before any page can be made of it. It tells nothing about the inside. */
export function bareErrorPage(status: number): string {
  const kind = wordsFor(status)
  const said = locales.map((locale) => {
    const { t } = translator(locale)
    return `<h1>${t(`shell:error.${kind}.title`)}</h1><p>${t(`shell:error.${kind}.text`)}</p><p><a href="/">${t('shell:error.home')}</a></p>`
  })
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${kind}</title></head><body>${said.join('<hr>')}</body></html>`
}
