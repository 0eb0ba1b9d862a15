-- Records are looked for by policy, purpose and clause, and few of very many may have all that is wanted: one inverted index over
-- the three finds what has them together.
create function record_terms(policy text, purpose text, rules text[]) returns text[]
    language sql immutable strict parallel safe as $$
    select array['policy ' || policy, 'purpose ' || purpose]
        || string_to_array(
            regexp_replace(array_to_string(rules, E'\n'), '^[^ \n]* ([^(#\n]*)[^\n]*', 'clause \1', 'gn'), E'\n')
$$;

create index decision_record_by_term on decision_record using gin (record_terms(policy, purpose, rules));
