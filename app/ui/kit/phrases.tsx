/** Breaks a Chinese headline between its phrases, so that no word is torn on a narrow phone. */
export const Phrases = ({ text }: { text: string }) => (
  <>
    {text.split(/(?<=[，；：])|(?=（)/).map((phrase) => (
      <span key={phrase} className="inline-block">
        {phrase}
      </span>
    ))}
  </>
)
