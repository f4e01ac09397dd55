//! Everything that fuzzing ever found, and what it starts from.

use std::path::Path;

#[test]
fn every_input_kept_in_the_corpus_keeps_every_promise() {
    type Target = fn(&[u8]);
    let targets: [(&str, Target); 5] = [
        ("link", onecall_fuzz::link),
        ("name", onecall_fuzz::name),
        ("protocol", onecall_fuzz::protocol),
        ("journey", onecall_fuzz::journey),
        ("door", onecall_fuzz::door),
    ];
    for (name, target) in targets {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        let mut run = 0;
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            println!("{}", path.display());
            target(&std::fs::read(path).unwrap());
            run += 1;
        }
        assert!(run > 0, "{name} has nothing to start from");
    }
}
