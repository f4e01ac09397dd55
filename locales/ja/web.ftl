# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## お客様のページ：このブラウザーで参加する

customer-start = 受け取ったリンクを貼り付けるか、伝えられた9桁の番号を入力してください。
customer-field-invitation = リンクまたは9桁の番号
customer-another-link = 別のリンクがあります
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
customer-keep-open = このページを開いて、見えるようにしておいてください。そうすればすぐに入室できます。
customer-in-call = これまでどおり、電話でお話しください。
customer-keep-open-in-call = 終わるまで、このページを開いたままにしてください。

## アプリで続ける

customer-go-on-in-app = アプリで続ける
customer-preparing-app = しばらくお待ちください。アプリの準備をしています…
customer-app-ready = アプリに移る準備ができました。
customer-app-once = アプリを開いてください。お席はそのまま引き継がれます。
customer-open-app = アプリを開く

## ページ自体が続けられないとき

customer-other-tab = この通話は別のタブまたはウィンドウでもう一度開かれました。そちらで続いています。
customer-go-on-here = ここで続ける
customer-update = このページはサービスより古くなっています。
customer-update-how = もう一度読み込んでください。
customer-load-again = もう一度読み込む
customer-refused = このブラウザーではこのページを動かせません。
customer-refused-how = 別のブラウザーかアプリでリンクを開いてください。
customer-not-loaded = このページをすべて読み込めませんでした。
customer-not-loaded-how = インターネットにつながっているか確かめてから、もう一度読み込んでください。それでもうまくいかない場合は、別のブラウザーかアプリでリンクを開いてください。
