import { useTranslation } from '~/i18n/words'

/**
 * Lets a page be read out where the browser has a Chinese voice; elsewhere it changes nothing. `what` is read, in the page's order;
 * the button stands after `after`, and once more in the section of the last `again`. Without an address there is nothing.
 */
export function AloudScript({ src, what, after, again, look }: { src: string; what: string; after: string; again?: string; look: string }) {
  const { t } = useTranslation('outreach')
  if (src === '') return null
  return (
    <script
      type="module"
      src={src}
      data-read={t('aloud.read')}
      data-stop={t('aloud.stop')}
      data-option={t('aloud.option', { nth: '#' })}
      data-what={what}
      data-after={after}
      data-again={again}
      data-look={look}
    />
  )
}
