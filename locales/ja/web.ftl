# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## お客様のページ：このブラウザーで参加する

customer-start = 受け取ったリンクを貼り付けるか、お伝えした9桁の数字を入力してください。
customer-field-invitation = リンクまたは9桁の数字
customer-another-link = 別のリンクがあります
customer-choice = { $host } … 末尾 { $end }
customer-two-sentences = { $first }{ $second }
customer-may-close = このページは閉じてもかまいません。

## 入室をお願いする前のカメラの確認

customer-camera-how = ブラウザーが確認を表示します。「許可」を選んでください。マイクは使いません。
customer-camera-asking = ブラウザーが確認を表示しています。「許可」を選んでください。何も表示されない場合は、カメラなしで続けてください。
customer-camera-works = カメラは正常に動いています。
customer-camera-yours-alone = カメラには今このように映っています。今見ているのはお客様だけです。
customer-camera-picture = カメラの映像
customer-camera-not-chosen = カメラはまだ許可されていません。もう一度試して「許可」を選ぶか、カメラなしで続けてください。
customer-camera-allow-how = 多くの場合、ページ上部のアドレスの横にある印をタップすると、そこでカメラを許可できます。
customer-camera-busy = カメラの映像が届きません。
customer-camera-busy-how = ほかのアプリが使っている可能性があります。そのアプリを閉じてもう一度試すか、カメラなしで続けてください。
customer-camera-unplugged = カメラが見つからなくなりました。
customer-camera-unplugged-how = つなぎ直してもう一度試すか、カメラなしで続けてください。
customer-camera-in-app = このページは別のアプリの中で開かれていて、カメラを使えません。
customer-camera-in-app-how = 電話のブラウザーでリンクを開くか、カメラなしで続けてください。
customer-camera-insecure = アドレスが https で始まらないため、このページではカメラを使えません。
customer-camera-insecure-how = 受け取ったリンクをそのまま開くか、カメラなしで続けてください。
customer-link = お客様のリンク
customer-copy = リンクをコピーする
customer-copied = リンクをコピーしました。
customer-copy-by-hand = 上のリンクが選択されています。手動でコピーしてください。

## 待合室と通話中

customer-offline = 現在インターネットにつながっていません。つながり次第、自動的に続けます。
customer-starts-at = この端末の時計では { $time } です。
customer-phrase-why = 尋ねられたら読み上げてください。
customer-come-back-then = このページを閉じても大丈夫です。数分前に同じリンクをもう一度開くか、同じ数字を入力してください。
customer-keep-open = このページを開いて、見えるようにしておいてください。そうすればすぐに入室できます。
customer-place-kept = ほかの画面をご覧になっても、お席は{ $minutes }分間確保されます。
customer-in-call = 電話でお話しください。
customer-keep-open-in-call = 終わるまで、このページを開いたままにしてください。

## アプリで続ける

customer-go-on-in-app = アプリで続ける
customer-preparing-app = しばらくお待ちください。アプリの準備をしています…
customer-app-ready = アプリに移る準備ができました。
customer-app-once = アプリを開いてください。お席はそのまま引き継がれます。何も開かない場合は、戻ってここでお待ちください。
customer-open-app = アプリを開く

## ページ自体が続けられないとき

customer-other-tab = この通話は別のタブまたはウィンドウでもう一度開かれました。そちらで続いています。
customer-go-on-here = ここで続ける
customer-update = このページはサービスより古くなっています。
customer-update-how = もう一度読み込んでください。
customer-load-again = もう一度読み込む
customer-refused = このブラウザーではこのページを動かせません。
customer-refused-how = 別のブラウザーかアプリでリンクを開いてください。
customer-too-old = このブラウザーは古いため、この通話には使えません。
customer-too-old-how = 新しい電話やパソコンなど、別の端末でリンクを開いてください。または、このブラウザーを更新してから、このページをもう一度読み込んでください。
customer-not-loaded = このページをすべて読み込めませんでした。
customer-not-loaded-how = インターネットにつながっているか確かめてから、もう一度読み込んでください。それでもうまくいかない場合は、別のブラウザーかアプリでリンクを開いてください。

## 担当者の画面：ページ全体

console-create = 一度だけの通話を作る
console-created = 「{ $title }」を作りました。メッセージをコピーして送ってください。
console-messages = お知らせ
console-close = 閉じる
console-cancel = やめる
console-undo = 元に戻す
console-try-again = もう一度試す
console-try-now = 今すぐ試す
console-unreachable = サービスにつながりません。入力した内容は残っています。もう一度お試しください。
console-undecided = サービスにつながりません。処理されたかどうかはまだ分かりません。もう一度お試しください。
console-not-read = サービスにつながりません。もう一度お試しください。
console-problem-unknown = サービスで処理できませんでした（番号 { $status }）。もう一度お試しください。
console-somebody-was-first = { $name } さんが先に決定したため、あなたの操作は行われていません。現在の状態は一覧で分かります。
console-too-late = この操作にはもう間に合いません。その間に別のことが決まったか、お客様が退出されました。現在の状態は一覧で分かります。
console-sign-in-ended = サインインの期限が切れました。入力した内容は残っています。管理者またはこのサービスの運営者に新しいサインイン用リンクを依頼し、このブラウザーの別のタブで開いてから、ここで続けてください。
console-sign-in-ended-here = サインインの期限が切れたため、何も変更されていません。入力した内容は残っています。新しいサインイン用リンクをこのブラウザーの別のタブで開いてから、もう一度お試しください。
console-go-on = 続ける
console-broken = 接続が切れました。この一覧は最新でないかもしれません。接続し直しています。
console-stream =
    { $state ->
        [live] 最新です
        [connecting] 接続しています…
        [signed-out] サインアウトしました
       *[broken] 最新ではありません
    }
console-clock-wrong =
    この端末の時計は { $minutes } 分{ $which ->
        [fast] 進んでいます
       *[slow] 遅れています
    }。ここに表示される時刻はサービスの時刻です。
console-clock-wrong-hours =
    この端末の時計は 約 { $hours } 時間{ $which ->
        [fast] 進んでいます
       *[slow] 遅れています
    }。ここに表示される時刻はサービスの時刻です。

## 担当者の画面：一覧

console-group-waiting = { $count } 人がお待ちです
console-group-in-call = 通話中
console-group-open = 準備済み
console-group-planned = 予定
console-group-over = 終了
console-nobody-waits = お待ちの方はいません。
console-nobody-known = お待ちの方がいるかどうか確認できません。
console-no-calls = まだ通話がありません。通話を作り、お客様にメッセージを送ってください。
console-no-other-calls = ほかに通話はありません。
console-when = { $when }・{ $minutes } 分
console-taken = { $name } さんと通話中（{ $agent } さんが入室を許可）
console-taken-by-you = { $name } さんと通話中（あなたが入室を許可）
console-let-in = { $name } さんは入室前（{ $agent } さんが入室を許可）
console-let-in-by-you = { $name } さんは入室前（あなたが入室を許可）
console-nobody-yet = この通話でお待ちの方はいません
console-over-by = { $name } さんが終了
console-over =
    { $reason ->
        [you-left] お客様が通話を終えました
        [link-expired] リンクの期限が切れました
       *[other] 通話は終わりました
    }

## 担当者の画面：変更できるもの

console-field-title = 件名
console-field-starts-at = 開始
console-field-minutes = 長さ（分）
console-field-set-up = あなたの端末
console-field-language = メッセージの言語
console-set-up =
    { $where ->
        [mobile] 電話
       *[desktop] コンピューター
    }
console-bad-title = 件名は1行、1～200文字にしてください。
console-bad-starts-at = 開始は今後1年以内で、リンクの期限がまだ切れていない時刻にしてください。
console-bad-minutes = 長さは1分から24時間（1440分）までです。
console-bad-set-up = ここでは選べません。
console-bad-language = この言語はここでは選べません。
console-bad-text =
    { $over ->
        [0] メッセージは1～500文字で、見えない文字を入れないでください。
       *[other] メッセージは500文字以内にしてください。{ $over } 文字減らしてください。
    }
console-bad-supply = 新しいリンクやコードを作成できませんでした。もう一度お試しください。
console-conflict = その間に、ほかの人が次のように変更しました：{ $theirs }。入力した内容は残っています。
console-keep-mine = 自分の入力を使う
console-take-theirs = 相手の変更を使う
console-saved = 保存しました。

## 担当者の画面：お客様への案内

console-share = お客様を招く
console-message = お客様へのメッセージ
console-message-changed = メッセージを編集した後に通話が変わりました。中のリンクや時刻が古いかもしれません。
console-message-renew = 新しいメッセージを使う
console-link = 参加リンク
console-copy-message = メッセージをコピー
console-copy-link = 参加リンクをコピー
console-copy-sms = SMSの文をコピー
console-sms-parts = SMS { $parts } 通分
console-mail = メールを書く
console-calendar = カレンダーファイル
console-qr = QRコード
console-spoken-code = 読み上げる番号
console-message-copied = メッセージをコピーしました。お客様に書く場所に貼り付けてください。
console-copied-without-link = メッセージをコピーしましたが、通話のリンクが入っていません。
console-link-copied = 参加リンクをコピーしました。SMSでは { $parts } 通分です。
console-sms-copied = SMSの文をコピーしました。{ $parts } 通分です。
console-copy-yourself = このブラウザーではコピーできません。文は選択されています。Ctrl+C または ⌘C を押すか、指で長押ししてください。
console-qr-alt = 参加リンクのQRコード
console-qr-how = 電話のカメラをこのコードに向けると、通話に参加できます。
console-qr-failed = コードを読み込めませんでした。閉じてからもう一度お試しください。
console-qr-print = 印刷
console-qr-download = ダウンロード
console-code-title = 読み上げる番号
console-code-how = この9桁の数字を読み上げてください。お客様はアプリに入力するか、ブラウザーで次のアドレスを開いて入力します：
console-code-good =
    { $minutes ->
        [0] この番号はもう使えません。新しく作ってください。
       *[other] あと { $minutes } 分、1回だけ使えます。
    }
console-code-new = 新しい番号

## 担当者の画面：終わらせるもの

console-replace-link = リンクを取り替える…
console-replace-title = リンクを取り替えますか？
console-replace-text = まだ来ていない方は、古いリンクをすぐに使えなくなります。通話は新しいリンクで続きます。
console-replace-yes = はい、取り替えます
console-replaced = リンクを取り替えました。新しいメッセージを送ってください。
console-hand-over = 引き継ぐ…
console-hand-over-title = 通話を引き継ぐ
console-hand-over-to = どなたが引き継ぎますか？
console-hand-over-yes = 引き継ぐ
console-handed-over = 通話は { $name } さんの担当になりました。
console-nobody-to-hand-over = ほかの担当者がまだいません。先に招待してください。
console-end = 通話を終える…
console-end-title = 通話を終えますか？
console-end-text = 全員が退出し、リンクは使えなくなります。元には戻せません。
console-end-yes = はい、終えます
console-ended = 通話は終わりました。
console-forget = 削除…
console-forget-title = この通話を削除しますか？
console-forget-text = 名前とメッセージはすぐに消えます。元には戻せません。
console-forget-yes = はい、削除します

## 担当者の画面：お待ちの方

console-waits-seconds = { $seconds } 秒お待ちです
console-waits-minutes = { $minutes } 分お待ちです
console-waits-hours = { $hours } 時間 { $minutes } 分お待ちです
console-here-seconds = { $seconds } 秒前から
console-here-minutes = { $minutes } 分前から
console-here-hours = { $hours } 時間 { $minutes } 分前から
console-device =
    { $platform ->
        [ios] iPhone または iPad
        [android] Android
        [windows] Windows
        [macos] Mac
        [linux] Linux
        [hololens] HoloLens
       *[other] 不明な端末
    }、{ $app ->
        [app] アプリ
        [browser] ブラウザー
       *[unknown] 不明なプログラム
    }
console-awake = 画面はついています
console-asleep = スリープ中：あなたの操作は、次に端末を見たときに伝わります
console-asleep-in-call = スリープ中
console-looks-like =
    { $whom ->
        [agent] この名前は、担当者の名前に似ています。
        [customer] この名前は、この通話のほかの方の名前に似ています。
        [organisation] この名前は、あなたの組織の名前に似ています。
       *[unknown] この名前は、ほかの人の名前に似ています。
    }どなたか確かめてください。
console-ask-phrase = 「見えている二つの言葉は何ですか？」とお尋ねください。正しい答え：
console-you-wrote = 送ったメッセージ：「{ $text }」
console-knock-state =
    { $state ->
        [held] お待ちいただいています
        [admitted] 許可済み、まだ入室前
        [in-call] 通話中
        [noticed] お待ちです（あなたがいることは伝わっています）
       *[waiting] お待ちです
    }
console-attended = { $name } さんが対応中
console-card = この通話でできること：{ $all } 件中 { $allowed } 件
console-can = できます：
console-cannot = できません：
console-admit = 入室を許可
console-admit-later = { $name } さんが通話を終えるか待合室に戻ると、入室を許可できます。
console-hold = 待ってもらう…
console-release = 待ってもらうのをやめる
console-write = 書く…
console-decline = 断る…
console-send-back = 待合室に戻す
console-remove = 退出させる…
console-admitted = { $name } さんの入室を許可しました。
console-held = { $name } さんに待ってもらっています。
console-released = { $name } さんに待ってもらうのをやめました。
console-written = { $name } さんにメッセージを送りました。
console-declined = { $name } さんの入室を断りました。
console-sent-back = { $name } さんは待合室に戻りました。
console-removed = { $name } さんは通話から退出しました。通話には新しいリンクがあります。
console-hold-title = { $name } さんに待ってもらう
console-hold-message = 添えるメッセージ（なくてもかまいません）
console-hold-yes = 待ってもらう
console-write-title = { $name } さんに書く
console-write-message = メッセージ
console-write-yes = 送る
console-decline-title = { $name } さんの入室を断る
console-decline-reason = 相手に伝えること
console-block = このリンクでは今後も入れない
console-block-how = この端末とアカウントに効きます。新しいブラウザーのプロフィールでは避けられることがあります。その場合はリンクを取り替えてください。
console-decline-yes = 断る
console-remove-title = { $name } さんを通話から退出させますか？
console-remove-text = 戻ることはできません。通話は新しいリンクで続きます。
console-remove-yes = はい、退出させます

## 担当者の画面：来訪のお知らせ

console-somebody-waits = お待ちの方がいます
console-knocked = { $name } さんがお待ちです：{ $title }。
console-left = { $name } さんはもういません：{ $title }。
console-entered = { $name } さんが通話に入りました：{ $title }。
console-wait-already = { $count } 人がお待ちです。
console-sound =
    { $state ->
        [on] 音は入っています
        [blocked] 音を出す
       *[off] 音は切れています
    }
console-notify =
    { $state ->
        [on] 通知は入っています
       *[off] ほかの画面でも知らせる
    }
console-notify-denied = このブラウザーでは通知できません。ブラウザーの設定でこのページの通知を許可してください。

## 担当者の画面：キー

console-keys = キー
console-keys-on = これらのキーを使う
console-key-n = 通話を作る
console-key-j = 次の通話
console-key-k = 前の通話
console-key-e = 通話を開く・閉じる
console-key-w = いちばん長くお待ちの方へ
console-key-a = 入室を許可
console-key-h = 待ってもらう
console-key-d = 断る
console-key-c = メッセージをコピー
console-key-l = 参加リンクをコピー
console-key-q = QRコード
console-key-s = 読み上げる番号
console-key-u = 元に戻す
console-key-help = このヘルプ

## 担当者の画面：担当者

console-role =
    { $role ->
        [admin] 管理者としてサインインしています。
       *[agent] 担当者としてサインインしています。
    }
console-time-zone = お客様へのメッセージの時刻のタイムゾーン：{ $zone }
console-invite = 担当者を招待する…
console-invite-title = 担当者を招待する
console-invite-name = お客様に表示される名前
console-invite-admin = ほかの人も招待できる（管理者）
console-invite-yes = サインイン用リンクを作る
console-invited-title = { $name } さんのサインイン用リンク
console-invited = このリンクはご本人以外に渡さないでください。開いた人がこの担当者になります。{ $when } まで、1回だけ使えます。
console-invited-again = この名前の担当者はすでにいます。これはその方のもう一つの入口です。{ $when } まで、1回だけ使えます。ご本人以外に渡さないでください。
console-invite-link = サインイン用リンク
console-invite-copy = サインイン用リンクをコピー
console-invite-copied = サインイン用リンクをコピーしました。
console-sign-out = サインアウト
console-sign-out-everywhere = すべての場所でサインアウト…
console-sign-out-everywhere-title = すべての場所でサインアウトしますか？
console-sign-out-everywhere-text = すべてのブラウザーとプログラムでサインアウトします。もう一度サインインするには、新しいサインイン用リンクが必要です。
console-sign-out-everywhere-yes = はい、すべてサインアウトします
