import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'

/** The code on a card by camera or from a picture: shown where the script can use them, read on this page and sent nowhere as a picture. */
export function ScanCode() {
  const { t } = useTranslation('licences')
  return (
    <>
      <div className="mt-2" data-camera hidden>
        <Button type="button" data-camera-start>
          {t('look.camera')}
        </Button>
        <div data-camera-view hidden>
          <video muted playsInline className="w-full rounded bg-ink" aria-label={t('look.cameraHint')} />
          <p className="mt-2 text-14 text-ink2">{t('look.cameraHint')}</p>
          <Button type="button" className="mt-2" data-camera-stop>
            {t('look.cameraStop')}
          </Button>
        </div>
        <p className="mt-2 text-vermilion empty:hidden" role="status" data-camera-said data-denied={t('look.cameraDenied')} />
      </div>
      <div className="mt-4 mb-4" data-picture hidden>
        <label htmlFor="code-picture" className="font-semibold">
          {t('look.picture')}
        </label>
        <input
          id="code-picture"
          type="file"
          accept="image/*"
          className="mt-1 block min-h-touch w-full text-16 file:mr-4 file:min-h-touch file:rounded file:border file:border-field file:bg-raised file:px-4 file:text-ink"
        />
        <p
          className="mt-1 empty:hidden"
          role="status"
          data-picture-said
          data-reading={t('look.pictureReading')}
          data-none={t('look.pictureNone')}
          data-bad={t('look.pictureBad')}
        />
      </div>
    </>
  )
}
