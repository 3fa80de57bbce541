import { Fragment } from 'react'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (phrase: string) => [...words.segment(phrase)]

/** A Chinese headline that breaks between its phrases, and where one is too long for a narrow phone between its words. */
export const Phrases = ({ text }: { text: string }) => (
  <>
    {text.split(/(?<=[，；：])|(?=（)/).map((phrase) => (
      <span key={phrase} className="inline-block break-keep">
        {wordsOf(phrase).map(({ index, segment }) => (
          <Fragment key={index}>
            {index > 0 && !/^[\p{P}\p{N}]/u.test(segment) && <wbr />}
            {segment}
          </Fragment>
        ))}
      </span>
    ))}
  </>
)
