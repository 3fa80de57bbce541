import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'

/** Ends the digests to an address, without signing in. */
export function UnsubscribeView({ address, isOver }: { address: string; isOver: boolean }) {
  const { t } = useTranslation('inbox')
  return (
    <div className="mx-auto max-w-measure" role={isOver ? 'status' : undefined}>
      <h1>{t(isOver ? 'unsubscribe.over' : 'unsubscribe.title')}</h1>
      <p className="mt-4">{t(isOver ? 'unsubscribe.overText' : 'unsubscribe.text', { address })}</p>
      {isOver ? (
        <p className="mt-4">
          <a href="/me/notices/settings" className="inline-flex min-h-touch items-center">
            {t('toSettings')}
          </a>
        </p>
      ) : (
        <form method="post" className="mt-6">
          <Button weight="primary" className="w-full sm:w-auto">
            {t('unsubscribe.submit')}
          </Button>
        </form>
      )}
    </div>
  )
}
