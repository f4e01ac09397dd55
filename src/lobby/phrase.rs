//! Match phrases: two everyday things that an agent asks for and a customer reads out, so that the
//! agent admits whom they speak with and not a namesake.

/// Two different words of `language` that are not among `taken`.
///
/// `entropy` chooses; what is taken is passed over in a fixed order. Only with more than four
/// thousand people at one door would a phrase come twice.
pub(super) fn choose(language: &str, entropy: u64, taken: &[&str]) -> String {
    let words = words(language);
    let phrases = words.len() * words.len().saturating_sub(1);
    let start = usize::try_from(entropy % (phrases.max(1) as u64)).unwrap_or_default();
    let mut chosen = (start..phrases).chain(0..start).map(|number| phrase(&words, number)).peekable();
    let first = chosen.peek().cloned().unwrap_or_default();
    chosen.find(|phrase| !taken.contains(&phrase.as_str())).unwrap_or(first)
}

/// Phrase number `number` of all ordered pairs of different words.
fn phrase(words: &[&str], number: usize) -> String {
    let count = words.len();
    let (first, step) = (number % count, number / count);
    let second = (first + 1 + step) % count;
    let word = |place: usize| words.get(place).copied().unwrap_or_default();
    format!("{} {}", word(first), word(second))
}

fn words(language: &str) -> Vec<&'static str> {
    let primary = language.split('-').next().unwrap_or_default();
    let known = [("de", GERMAN), ("fr", FRENCH), ("es", SPANISH), ("ja", JAPANESE)];
    let list = known.iter().find(|(tag, _)| primary.eq_ignore_ascii_case(tag)).map_or(ENGLISH, |(_, list)| list);
    list.split_whitespace().collect()
}

// Short, concrete, friendly, without homophones within a list; easy to say over a bad line.

const ENGLISH: &str = "\
    river lamp apple garden window button candle basket bridge butter camel carpet castle cherry cloud \
    coffee copper cotton dolphin dragon engine feather finger forest guitar hammer honey island jacket \
    kettle kitchen ladder lemon letter lion magnet market melon mirror mountain ocean onion orange paper \
    parrot pencil pepper piano pillow planet pocket rabbit rocket saddle salad silver spoon summer table \
    tiger tomato tunnel violin wagon";

const GERMAN: &str = "\
    Fluss Lampe Apfel Garten Fenster Knopf Kerze Korb Brücke Butter Kamel Teppich Burg Kirsche Wolke \
    Kaffee Kupfer Wolle Delfin Drache Motor Feder Finger Wald Gitarre Hammer Honig Insel Jacke Kessel \
    Küche Leiter Zitrone Brief Löwe Magnet Markt Melone Spiegel Berg Ozean Zwiebel Orange Papier Papagei \
    Bleistift Pfeffer Klavier Kissen Planet Tasche Hase Rakete Sattel Salat Silber Löffel Sommer Tisch \
    Tiger Tomate Tunnel Geige Wagen";

const FRENCH: &str = "\
    rivière lampe pomme jardin fenêtre bouton bougie panier colline beurre chameau tapis château cerise \
    nuage café cuivre coton dauphin dragon moteur plume doigt forêt guitare marteau miel île veste \
    bouilloire cuisine échelle citron lettre lion aimant marché melon miroir montagne océan oignon \
    orange papier perroquet crayon poivre piano oreiller planète poche lapin fusée selle salade argent \
    cuillère été table tigre tomate tunnel violon wagon";

const SPANISH: &str = "\
    río lámpara manzana jardín ventana botón vela cesta puente mantequilla camello alfombra castillo \
    cereza nube café cobre algodón delfín dragón motor pluma dedo bosque guitarra martillo miel isla \
    chaqueta tetera cocina escalera limón carta león imán mercado melón espejo montaña océano cebolla \
    naranja papel loro lápiz pimienta piano almohada planeta bolsillo conejo cohete silla ensalada plata \
    cuchara verano mesa tigre tomate túnel violín vagón";

// In kana alone: everybody reads it alike.
const JAPANESE: &str = "\
    かわ ランプ りんご にわ まど ボタン ろうそく かご はしご バター らくだ じゅうたん おしろ さくらんぼ \
    くも コーヒー どうぶつ わたあめ いるか りゅう エンジン はね ゆびわ もり ギター かなづち はちみつ \
    しま うわぎ やかん だいどころ たいこ レモン てがみ ライオン じしゃく いちば メロン かがみ やま うみ \
    たまねぎ みかん おりがみ おうむ えんぴつ こしょう ピアノ まくら ちきゅう ポケット うさぎ ロケット \
    すいか サラダ ぎんいろ スプーン なつ テーブル とら トマト トンネル バイオリン くるま";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "ja"];

    #[test]
    fn every_phrase_of_a_language_is_another_pair_of_two_different_words() {
        for language in LANGUAGES {
            let words = words(language);
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), 64, "{language}");
            let phrases: BTreeSet<_> = (0..4032).map(|number| phrase(&words, number)).collect();
            assert_eq!(phrases.len(), 4032, "{language}");
            assert!(phrases.iter().all(|phrase| {
                let (one, two) = phrase.split_once(' ').unwrap();
                one != two && !two.contains(' ')
            }));
        }
    }

    #[test]
    fn a_taken_phrase_is_passed_over_the_same_way_every_time() {
        for entropy in [0, 1, 4031, 4032, u64::MAX] {
            let first = choose("en", entropy, &[]);
            let second = choose("en", entropy, &[&first]);
            assert_ne!(first, second);
            assert_eq!(choose("en", entropy, &[&first]), second);
        }
    }

    #[test]
    fn the_language_of_the_invitation_chooses_the_words_and_an_unknown_one_gets_english() {
        assert_eq!(choose("en", 0, &[]), "river lamp");
        assert_eq!(choose("de-AT", 0, &[]), "Fluss Lampe");
        assert_eq!(choose("JA", 0, &[]), "かわ ランプ");
        assert_eq!(choose("tlh", 0, &[]), "river lamp");
    }
}
