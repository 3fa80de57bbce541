import { useTranslation } from '~/i18n/words'
import type { CameBy } from './micro-document'

/** Says where the poster hangs; or that its code is none of ours, what to do about it, and that the lesson below is worth it all the same. */
export function PosterNotice({ by }: { by: CameBy }) {
  const { t } = useTranslation('outreach')
  switch (by.kind) {
    case 'address':
      return null
    case 'poster':
      return <p className="n">{by.place}</p>
    case 'unknown':
      return (
        <div className="note" role="note">
          <p>
            <b>{t('poster.unknown.title')}</b>
          </p>
          <p className="why">{t('poster.unknown.text')}</p>
          <form action="/code">
            <label htmlFor="code">{t('poster.unknown.label')}</label>
            <input id="code" name="code" maxLength={40} autoCapitalize="characters" autoComplete="off" spellCheck={false} />
            <button type="submit" className="go">
              {t('poster.unknown.again')}
            </button>
          </form>
          <p className="line">
            <a href="/Q/-/report">{t('poster.report.link')}</a>
          </p>
        </div>
      )
  }
}
