/* What a customer told of themselves, by the operator's names of it; nothing where there is none. */

import { useDesk } from "../desk";

export function DetailsList({ details }: { readonly details: Readonly<Record<string, string>> }) {
  const { words } = useDesk();
  const told = Object.entries(details);
  if (told.length === 0) return null;
  return (
    <section>
      <h3>{words.brief.details}</h3>
      <dl class="details">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name.replaceAll("_", " ")}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
