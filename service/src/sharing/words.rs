//! The sentences of the message, in the languages of the invitation.

/// One language.
pub(super) struct Words {
    pub(super) greeting: &'static str,
    pub(super) when: &'static str,
    /// The agent joins from a computer.
    pub(super) on_any_device: &'static str,
    /// The agent joins from a phone.
    pub(super) on_phone_or_computer: &'static str,
    pub(super) once: &'static str,
    pub(super) loudspeaker: &'static str,
}

impl Words {
    /// Those of a language tag; English where there are none.
    pub(super) fn of(language: &str) -> &'static Self {
        match language.split('-').next() {
            Some("de") => &GERMAN,
            Some("fr") => &FRENCH,
            Some("es") => &SPANISH,
            Some("ja") => &JAPANESE,
            _ => &ENGLISH,
        }
    }
}

static ENGLISH: Words = Words {
    greeting: "Please open this link to show us what you see:",
    when: "When:",
    on_any_device: "Best on your phone, so that you can point its camera at things.",
    on_phone_or_computer: "On your phone or on a computer with a camera.",
    once: "The link is for this call only. You need no account.",
    loudspeaker: "If we are on the phone already, put us on loudspeaker first.",
};

static GERMAN: Words = Words {
    greeting: "Bitte öffnen Sie diesen Link, um uns zu zeigen, was Sie sehen:",
    when: "Wann:",
    on_any_device: "Am besten auf Ihrem Telefon, damit Sie die Kamera auf Dinge richten können.",
    on_phone_or_computer: "Auf Ihrem Telefon oder auf einem Computer mit Kamera.",
    once: "Der Link gilt nur für diesen Anruf. Sie brauchen kein Konto.",
    loudspeaker: "Wenn wir schon telefonieren, schalten Sie uns zuerst auf Lautsprecher.",
};

static FRENCH: Words = Words {
    greeting: "Veuillez ouvrir ce lien pour nous montrer ce que vous voyez :",
    when: "Quand :",
    on_any_device: "De préférence sur votre téléphone, pour pointer sa caméra vers les choses.",
    on_phone_or_computer: "Sur votre téléphone ou sur un ordinateur avec caméra.",
    once: "Le lien ne vaut que pour cet appel. Aucun compte n'est nécessaire.",
    loudspeaker: "Si nous sommes déjà au téléphone, mettez d'abord le haut-parleur.",
};

static SPANISH: Words = Words {
    greeting: "Abra este enlace para mostrarnos lo que ve:",
    when: "Cuándo:",
    on_any_device: "Mejor en su teléfono, para poder apuntar la cámara a las cosas.",
    on_phone_or_computer: "En su teléfono o en un ordenador con cámara.",
    once: "El enlace vale solo para esta llamada. No necesita ninguna cuenta.",
    loudspeaker: "Si ya estamos hablando por teléfono, ponga primero el altavoz.",
};

static JAPANESE: Words = Words {
    greeting: "次のリンクを開いて、ご覧になっているものをお見せください。",
    when: "日時:",
    on_any_device: "カメラを向けられるよう、スマートフォンでのご利用をおすすめします。",
    on_phone_or_computer: "スマートフォン、またはカメラ付きのパソコンでご利用いただけます。",
    once: "このリンクは今回の通話専用です。アカウントは必要ありません。",
    loudspeaker: "すでにお電話中の場合は、先にスピーカーに切り替えてください。",
};
