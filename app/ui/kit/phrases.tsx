import { Fragment, type ReactNode } from 'react'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** So many characters of a headline fit on the narrowest phone. */
const fits = 10

/** A Chinese headline that breaks between its phrases, and where one is too long for a narrow phone between its words. */
export const Phrases = ({ text }: { text: string }) => (
  <>
    {text.split(/(?<=[，；：])|(?=（)/).map((phrase) => (
      <span key={phrase} className="inline-block break-keep">
        {phrase.length > fits ? withBreaks(phrase) : phrase}
      </span>
    ))}
  </>
)

const withBreaks = (phrase: string): ReactNode =>
  [...words.segment(phrase)].map(({ index, segment }) => (
    <Fragment key={index}>
      {index > 0 && !/\p{N}$/u.test(phrase.slice(0, index)) && !/^[\p{P}\p{N}]/u.test(segment) && <wbr />}
      {segment}
    </Fragment>
  ))
