# コアが伝える文: src/message

## 招待が入っているはずの文字列

link-error-nothing-found = 招待が見つかりませんでした。受け取ったメッセージまたはリンクの全体を貼り付けるか、9桁の番号を入力してください。
link-error-truncated = リンクまたは番号の終わりが{ $missing }文字足りません。リンク全体をもう一度コピーするか、9桁の番号をすべて入力してください。
link-error-too-long = 招待としては長すぎます。メッセージからリンクだけをコピーして貼り付けるか、9桁の番号だけを入力してください。
link-error-mistyped = リンクに間違った文字があります。入力せずにコピーするか、1文字ずつ見比べてください。
link-error-unknown-code = この9桁の番号では何も開けません。聞いた番号と見比べてもう一度入力するか、新しい番号をお求めください。
link-error-unknown-host = このリンクの行き先は { $host } で、こちらのものではありません。送った方に新しいリンクをお求めください。
link-error-not-joinable =
    このリンクは Microsoft Teams の{ $what ->
        [chat] チャット
        [message] メッセージ
        [channel] チャネル
        [team] チーム
        [call] 個人への発信
        [new-meeting] 新しい会議の作成
        [meeting-options] 会議の設定
        [registration] 登録ページ
        [file] ファイル
        [app] アプリ
       *[other] 別のページ
    }を開くもので、通話のリンクではありません。送った方に、通話に参加するためのリンクをお求めください。
link-error-damaged-teams-link =
    この Microsoft Teams のリンクは{ $what ->
        [cut-off] 途中で切れています。最初の文字から最後の文字までもう一度コピーするか、新しいリンクをお求めください
        [passcode-missing] パスコードが抜けています。最初の文字から最後の文字までもう一度コピーするか、新しいリンクをお求めください
        [bare-number] 会議を示す部分が番号だけになっています。会議の招待に書かれているとおりのリンクをお求めください
       *[not-a-meeting] 会議を示す部分に誤りがあります。入力せずにコピーするか、新しいリンクをお求めください
    }。
link-error-opaque-wrapper = このリンクは { $service } の中に隠されており、どこにつながるのかここからは分かりません。送った方に元のリンクをお求めください。
link-error-nested-too-deep = リンクが何重にも包まれています。送った方に元のリンクをお求めください。
link-error-several = ここには{ $count }つの異なる招待があります。今回の通話のために受け取ったものをお選びください。

## お名前

name-error-empty = どなたがお待ちか分かるように、お名前を入力してください。
name-error-too-long = お名前が長すぎます。{ $over }文字減らして、{ $limit }文字以内にしてください。
name-error-invisible = お名前の{ $place }文字目に見えない文字があります。お名前を入力し直してください。
name-error-not-allowed = 「{ $character }」はお名前に使えません。取り除くか、別の書き方をしてください。

## 進み方

route-step-landing-page = このページのまま、下からお選びください。
route-step-open-app = アプリを開いて、リンクを貼り付けてください。
route-step-join-in-browser = このブラウザーで参加してください。
route-step-teams-client = Microsoft Teams で会議を開いてください。ブラウザーでも開けます。
route-step-get-app = アプリを入れてから、このページに戻ってください。
route-step-tell = ご注意ください。

## その進み方の理由

route-why-handed-over = アプリはすでに開いています。そちらで続けてください。
route-why-app-installed = アプリはこの端末に入っています。
route-why-app-may-be-installed = アプリをお持ちでしたら、これが一番よい方法です。
route-why-in-app-browser = 別のアプリの中でご覧になっているため、こちらのアプリを自動では開けません。
route-why-nothing-to-install = 何も入れる必要はありません。
route-why-app-adds-ar = アプリなら、描いたものがお部屋の正しい場所にとどまります。
route-why-app-only = この通話にはアプリが必要です。
route-why-os-too-old = お使いの電話のシステムはアプリには古すぎますが、ブラウザーで十分です。
route-why-os-too-old-for-app-only = この通話にはアプリが必要ですが、お使いの電話のシステムは古すぎます。別の電話でリンクを開いてください。
route-why-computer = パソコンでは何も入れる必要はありません。
route-why-open-on-phone = この通話にはアプリが必要です。電話でリンクを開いてください。
route-why-in-app-browser-may-refuse-camera = 別のアプリの中でご覧になっているため、カメラを使えないことがあります。電話のブラウザーでリンクを開いてください。
route-why-in-app-browser-may-block = このページは別のアプリの中で表示されており、先に進めないことがあります。お使いの端末のブラウザーでリンクを開いてください。
route-why-hololens-is-for-agents = HoloLens はお客様用ではありません。電話またはパソコンでリンクを開いてください。
route-why-app-joins-teams = Microsoft Teams の会議です。この端末のアプリから参加できます。
route-why-teams-meeting = Microsoft Teams の会議です。Teams で参加します。

## 通話でできること

capability-feature-annotate-in-space = 空間に描く
capability-feature-annotate-on-stills = 静止画に描く
capability-feature-receive-annotations = 描かれたものを見る
capability-feature-send-files = ファイルを送る
capability-feature-view-files = ファイルを見る
capability-feature-snapshot-on-poor-network = 通信が悪いときの静止画
capability-feature-record = 通話を録画する
capability-feature-participant-list = 参加者を見る
capability-feature-invite = ほかの人を招く

## できる理由、できない理由

capability-reason-everyone = どなたでもできます。
capability-reason-signed-in = お客様はサインインしています。
capability-reason-needs-account = お客様はサインインしていません。
capability-reason-ar-basic = お客様の端末は平らな面を認識します。
capability-reason-ar-depth = お客様の端末はどのような面も認識します。
capability-reason-ar-unsupported = お客様の端末は空間を認識できません。
capability-reason-ar-needs-install = 空間を認識するには、お客様の端末に先に別のアプリを入れる必要があります。
capability-reason-ar-needs-update = 空間を認識するには、お客様の端末のアプリを先に更新する必要があります。
capability-reason-ar-checking = お客様の端末が空間を認識できるか、まだ確認中です。
capability-reason-ar-camera-refused = お客様のアプリは今カメラを使えないため、空間を認識できません。
capability-reason-ar-undetermined = お客様の端末が空間を認識できるかどうか、確認できませんでした。オフラインかもしれません。
capability-reason-ar-failed = お客様の端末で空間の認識を試みましたが、今はうまくいきません。
capability-reason-on-stills = 空間が認識されないため、静止画で行います。
capability-reason-agent-client = 担当者の端末ではできません。
capability-reason-two-people = 1回限りの通話は2人用です。
capability-reason-unknown = 理由は分かりません。

## お客様の画面

screen-start = リンクを貼り付けるか、コードを読み取るか、伝えられた番号を入力してください。
screen-choose = 招待が { $count } 件あります。この通話のために受け取ったものはどれですか。
screen-ask-name = お名前を教えてください。
screen-name-not-taken = この名前は使えません。別の名前を入力してください。
screen-rehearse-ask = お客様が見ているものを映すために、カメラが必要です。使ってもよろしいですか。
screen-rehearse-denied = カメラの使用が許可されていません。端末の設定で許可するか、カメラなしで続けてください。
screen-rehearse-missing = ここではカメラを使えません。別の端末でリンクを開くか、カメラなしで続けてください。
screen-knocking = 入室をお願いしています…
screen-unreachable = サービスにつながりません。引き続き試しています。
screen-admitted = { $agent } がお迎えします。
screen-in-call = { $agent } と通話中です。
screen-fallback = { $sentence }
screen-teams-client = この会議は Microsoft Teams で行われます。Teams で開いてください。
screen-in-meeting = 会議に参加しています。
screen-update-required = アプリを更新してから、もう一度リンクを開いてください。
screen-agent-away = { $agent } は今つながっていません。そのままお待ちください。
screen-reconnecting = 接続し直しています。
screen-may-knock-again = もう一度入室をお願いできます。

## 通話の見え方

call-mode-ar = 描いたものはお部屋の正しい場所にとどまります。
call-mode-stills = お互いに静止画に描きます。
call-mode-ar-lost = 今は空間が認識されません。お互いに静止画に描きます。

## 取り消せないことの前の質問

question-end-call = 通話を終わりますか。戻ることはできません。
question-leave-meeting = 会議から退出しますか。
question-leave-for-new-invitation = この通話を終えて、新しい通話に移りますか。

## 終わった理由

over-call-over = 通話は終わりました。
over-you-left = 通話から退出しました。お客様の通話は終わりました。
over-you-left-the-lobby = 待合室を出ました。
over-removed = 担当者により通話から退出となりました。引き続きお困りの場合は、新しいリンクをお求めください。
over-slept-too-long = 長い間ご不在だったため、お席の確保が取り消されました。
over-moved = 別のアプリまたはブラウザーで続けています。
over-declined-not-expected = 担当者は別の方をお待ちしています。リンクを送った方にお問い合わせください。
over-declined-not-now = 担当者は今、時間がありません。
over-declined-wrong-link = このリンクは別の担当者のものです。正しいリンクをお求めください。
over-declined-unsaid = 入室できませんでした。リンクを送った方にお問い合わせください。
over-link-dead = このリンクはもう使えません。送った方に新しいリンクをお求めください。
over-lobby-full = お待ちの方が多すぎます。1分ほど待ってから、もう一度入室をお願いしてください。
over-nobody-came = 長い間どなたからも入室を許可されなかったため、待合室から出されました。
over-meeting-failed = 会議につながりません。
over-unknown = 終わりました。

## 待合室: まだ始まらない理由

waiting-too-early = 待合室でお待ちいただいています。通話はまだ始まっていません。
waiting-agent-absent = 待合室でお待ちいただいています。担当者はまだ来ていません。
waiting-not-yet-noticed = 待合室でお待ちいただいています。担当者はいますが、まだ気付いていません。
waiting-noticed = 待合室でお待ちいただいています。担当者はお客様がお待ちであることを知っています。
waiting-call-taken = 待合室でお待ちいただいています。ほかの方が通話中です。
waiting-unknown = 待合室でお待ちいただいています。しばらくお待ちください。

## 待合室: そのほかの行

waiting-held = 待合室でお待ちいただいています。担当者から、もう少しお待ちくださいとのことです。
waiting-starts-at-once = まもなく始まります。
waiting-starts-in-minutes = あと{ $minutes }分で始まります。
waiting-starts-in-hours = あと約{ $hours }時間で始まります。
waiting-starts-in-days = あと約{ $days }日で始まります。
waiting-agent-says = 担当者より：「{ $text }」
waiting-was-asleep = 電話がスリープしていましたが、お席は確保されていました。
waiting-reconnecting = 接続し直しています。お席は確保されています。
waiting-match-phrase = お客様の2つの言葉：{ $phrase }

## サービスができなかったことと、次にすること

problem-link-dead = このリンクはもう使えません。送った方に新しいリンクをお求めください。
problem-link-mistyped = このリンクは壊れています。もう一度リンク全体をコピーするか、新しいリンクをお求めください。
problem-name-unusable = このお名前は使えません。見える文字1～64文字で入力し直してください。
problem-not-yours = このお席は別の端末のものです。もう一度リンクを開いて、ご自分のお席をお取りください。
problem-no-such-knock = その札でお待ちの方はいません。先に入室を求めてから、コマンドを送ってください。
problem-lobby-full = この通話をお待ちの方が多すぎます。1分後にもう一度試すか、ご自分用のリンクをお求めください。
problem-call-over = この通話は終わりました。新しい通話を作り、そのリンクを送ってください。
problem-call-taken = この通話にはすでに参加者がいます。先に退出させるか、待合室に戻してください。
problem-already-decided = 別の担当者が先に決定しました。
problem-not-now = 今はできません。通話を読み込み直して、状態をご確認ください。
problem-stale = その間に誰かがこの通話を変更しました。読み込み直してから、もう一度変更してください。
problem-if-match-required = この変更には、元にした版が必要です。通話の ETag を If-Match に入れて送ってください。
problem-no-such-call = その通話はありません。通話の一覧からお探しください。
problem-no-such-agent = その担当者はいません。組織の一覧からお選びください。
problem-sign-in-needed = サインインしていません。もう一度サインインしてください。何も変更されていません。
problem-not-allowed = その操作は許可されていません。組織の管理者にお尋ねください。
problem-foreign-origin = このリクエストは別のサイトから来ています。このサービスのページをお使いください。
problem-bad-request = このリクエストは読み取れません。/openapi.json と見比べてください。
problem-bad-value = リクエストの値が範囲を超えています。/openapi.json と見比べてください。
problem-bad-content-type = 本文は JSON でなければなりません。Content-Type: application/json を送ってください。
problem-too-large = 本文が大きすぎます。64 KiB 未満で送ってください。
problem-not-found = ここには何もありません。何があるかは /openapi.json をご覧ください。
problem-bad-method = このアドレスはそのメソッドを受け付けません。何を受け付けるかは /openapi.json をご覧ください。
problem-slow-down = リクエストが多すぎます。Retry-After の時間だけ待ってから、もう一度お試しください。
problem-storage-full = サービスは今、何も書き込めません。何も変更されていません。1分後にもう一度お試しください。
problem-storage-unavailable = サービスは今、保存先につながりません。もう一度お試しください。繰り返したコマンドは1回だけ実行されます。
problem-restarting = サービスを再起動しています。数秒後にもう一度お試しください。お席は確保されています。
problem-internal = こちらで問題が起きました。もう一度試し、運営者にリクエスト番号をお伝えください。
