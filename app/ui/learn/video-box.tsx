import { type Locale, languageTag } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { clockText } from './clock-text'

export type VideoProps = {
  id: string
  title: string
  seconds: number
  locale: Locale
  /** Where the player reports what it has played. */
  beats: string
  /** Does the course ask to see it? Then `left` says how many seconds are missing. */
  asked: boolean
  seen: boolean
  left: number
  position: number
  transcript: { name: string; scene: string; lines: string[] }[]
}

const other = { zh: 'en', en: 'zh' } as const

/**
 * A film with the browser's own player; a better one takes over where scripts run and the film comes into view.
 * Its captions are drawn into the picture in both languages: no track is on by itself, because it would lie over them.
 */
export function VideoBox(props: VideoProps) {
  const { t } = useTranslation('learn')
  const { id, title, seconds, locale, beats, asked, seen, left, position } = props
  return (
    <section className="video-box" id={`video-${id}`} aria-labelledby={`video-${id}-title`}>
      <h2 id={`video-${id}-title`}>{title}</h2>
      <p className="piece-hint">
        {t('video.length', { text: clockText(seconds) })} {asked && t('video.asked')}
      </p>
      <div className="video-frame">
        <video
          className="video-js vjs-fill"
          controls
          playsInline
          webkit-playsinline="true"
          x5-playsinline="true"
          preload="none"
          poster={`/media/${id}.jpg`}
          aria-label={t('video.play', { title })}
          data-film={id}
          data-beats={beats}
          data-position={seen ? 0 : Math.floor(position)}
        >
          <source src={`/media/${id}.webm`} type="video/webm" />
          <source src={`/media/${id}.mp4`} type="video/mp4" />
          <track kind="captions" srcLang={languageTag[locale]} label={t('video.captions')} src={`/media/${id}.${locale}.vtt`} />
          <track
            kind="captions"
            srcLang={languageTag[other[locale]]}
            label={t('video.captionsOther')}
            src={`/media/${id}.${other[locale]}.vtt`}
          />
          {t('video.cannot')}
        </video>
      </div>
      {asked && (
        <p
          className={`video-state ${seen ? 'piece-right' : ''}`}
          role="status"
          data-video-state
          data-left={t('video.left', { text: '{text}' })}
          data-seen={t('video.seen')}
        >
          {seen && <Icon name="met" />}
          {seen ? t('video.seen') : t('video.left', { text: clockText(left) })}
        </p>
      )}
      {asked && !seen && (
        <noscript>
          <p className="video-state">{t('video.noScript')}</p>
        </noscript>
      )}
      <details className="piece-more">
        <summary>{t('video.transcript')}</summary>
        {props.transcript.map((part) => (
          <div key={part.name} className="video-scene">
            <h3>{part.name}</h3>
            {part.scene && <p className="text-ink2">{t('video.scene', { text: part.scene })}</p>}
            <p>{part.lines.join(' ')}</p>
          </div>
        ))}
      </details>
    </section>
  )
}
