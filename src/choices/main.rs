//! The reader's WASM for quizzes of nothing but choices and slides: the quiz's, built without the feature `kinds`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::QuizPlay>();
}
