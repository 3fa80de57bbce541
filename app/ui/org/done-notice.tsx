import { useSearchParams } from '@remix-run/react'
import { useTranslation } from '~/i18n/words'
import { Notice } from '~/ui/kit/notice'

/** Says what was just done, from `?done=`; a word we do not know says nothing. */
export function DoneNotice({ area = 'org' }: { area?: 'org' | 'notices' }) {
  const { t, i18n } = useTranslation(area)
  const [query] = useSearchParams()
  const key = `${area}:done.${(query.get('done') ?? '').replace(/[^A-Za-z]/g, '')}`
  return query.has('done') && i18n.exists(key) ? <Notice kind="done" title={t(key)} live /> : null
}
